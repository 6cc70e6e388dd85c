import type { FilePath } from '../../source/source.js';
import type { CodeFile, CodeIndex, RuleContext } from '../rule.js';

const CHAIN_PACKAGE =
  /^(?:ethers|web3|viem|wagmi|@?wagmi\/.+|@solana\/.+|@ton\/.+|@tonconnect\/.+|@polkadot\/.+|@stacks\/.+|@near-js\/.+|@mysten\/.+|@cosmjs\/.+|@web3-.+|@rainbow-me\/.+|@reown\/.+|@walletconnect\/.+|@metamask\/.+|bitcoinjs-lib|xrpl|tronweb|starknet|@safe-global\/.+)$/;
const CHAIN_TEXT =
  /blockchain|ethereum|solana|onchain|on-chain|\bweb3|\bdapps?\b|mainnet|testnet|bitcoin|metamask|\bEOA\b|\bNFTs?\b/i;

/** Shops have wallets, too (of gift cards, of phones), but they also send parcels. */
const WALLET = /wallet/i;
const PARCEL = /shipping|delivery|checkout|postal|postcode|street|\bzip|\bcart\b/i;

const known = new WeakMap<CodeFile, readonly string[]>();

/**
 * Words that tell whether the code of a file is about coins and chains, where an `address` is that of a wallet: the
 * packages and paths that it imports, and one word for its text.
 */
export function coinWords(path: FilePath, { code }: RuleContext): readonly string[] {
  const file = code.file(path);
  if (file === null) return [];
  const before = known.get(file);
  if (before) return before;
  const isAboutChains =
    isProjectAboutChains(code) ||
    CHAIN_TEXT.test(file.text) ||
    (WALLET.test(file.text) && !PARCEL.test(file.text));
  const words = [...file.imports, ...(isAboutChains ? ['blockchain'] : [])];
  known.set(file, words);
  return words;
}

const projects = new WeakMap<CodeIndex, boolean>();

/** True if a file that has to do with tracking imports a package for chains; then the others are about them, too. */
function isProjectAboutChains(code: CodeIndex): boolean {
  const known = projects.get(code);
  if (known !== undefined) return known;
  const found = code
    .files()
    .some((path) => code.file(path)?.imports.some((specifier) => CHAIN_PACKAGE.test(specifier)) ?? false);
  projects.set(code, found);
  return found;
}
