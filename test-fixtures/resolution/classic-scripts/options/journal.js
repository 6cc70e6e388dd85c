exports.track = (name) => console.debug(name);
