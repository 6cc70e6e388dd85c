const CERTIFICATE =
  /^(?:ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH)/;
const SILENT = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'TimeoutError']);
const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN']);
const NO_WAY = new Set(['ENETUNREACH', 'EHOSTUNREACH']);

/**
 * Why a request was not answered, as a sentence with what to do.
 * @param host such as `api.github.com` or `127.0.0.1:5432`
 */
export function networkFailure(error: unknown, host: string): string {
  const code = codeOf(error) ?? 'unknown reason';
  if (NO_NAME.has(code))
    return `The name ${host} is not known here (${code}); correct it, or look at the DNS of this machine.`;
  if (code === 'ECONNREFUSED')
    return `Nobody listens at ${host}; start what should answer there, or correct the address.`;
  if (SILENT.has(code))
    return `${host} does not answer in time; look at firewalls between here and there. HTTPS_PROXY is not followed.`;
  if (NO_WAY.has(code))
    return `There is no way to ${host} from here (${code}); look at the network of this machine.`;
  if (CERTIFICATE.test(code))
    return `The certificate of ${host} is not trusted (${code}); renew it, or name the file with its authority in NODE_EXTRA_CA_CERTS.`;
  return `${host} cannot be reached (${code}); look at the network between here and there.`;
}

/** The code that says the most: the innermost one of an error and its causes. */
function codeOf(error: unknown): string | null {
  let found: string | null = null;
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') found = at.code;
    else if (at.name === 'TimeoutError') found = at.name;
  }
  return found;
}
