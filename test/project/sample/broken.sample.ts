/** A file that does not load. */
throw new Error('this file does not load');
