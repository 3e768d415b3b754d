wipe --dry
