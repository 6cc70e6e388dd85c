export default { track: () => undefined, identify: () => undefined };
