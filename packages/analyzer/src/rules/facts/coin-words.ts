import type { FilePath } from '../../source/source.js';
import type { CodeIndex, RuleContext } from '../rule.js';

const CHAIN_PACKAGE =
  /^(?:ethers|web3|viem|wagmi|@?wagmi\/.+|@solana\/.+|@ton\/.+|@tonconnect\/.+|@polkadot\/.+|@stacks\/.+|@near-js\/.+|@mysten\/.+|@cosmjs\/.+|@web3-.+|@rainbow-me\/.+|@reown\/.+|@walletconnect\/.+|@metamask\/.+|bitcoinjs-lib|xrpl|tronweb|starknet|@safe-global\/.+)$/;
const CHAIN_TEXT =
  /blockchain|ethereum|solana|onchain|on-chain|\bweb3|\bdapps?\b|mainnet|testnet|bitcoin|metamask|\bEOA\b|\bNFTs?\b/i;

/** Shops have wallets, too (of gift cards, of phones), but they also send parcels. */
const WALLET = /wallet/i;
const PARCEL = /shipping|delivery|checkout|postal|postcode|street|\bzip|\bcart\b/i;

/**
 * Words that tell whether the code of a file is about coins and chains, where an `address` is that of a wallet: the
 * packages and paths that it imports, and one word for its text.
 */
export function coinWords(path: FilePath, context: RuleContext): readonly string[] {
  return context.fact(path, 'coin words', () => {
    const file = context.code.file(path);
    if (file === null) return [];
    const isAboutChains =
      isProjectAboutChains(context.code) ||
      CHAIN_TEXT.test(file.text) ||
      (WALLET.test(file.text) && !PARCEL.test(file.text));
    return [...file.imports, ...(isAboutChains ? ['blockchain'] : [])];
  });
}

/** True if a file that has to do with tracking imports a package for chains; then the others are about them, too. */
const isProjectAboutChains = ({ packages }: CodeIndex): boolean =>
  packages.some((name) => CHAIN_PACKAGE.test(name));
