const { track } = require('./journal');
track('Own Journal');
