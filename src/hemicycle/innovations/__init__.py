"""Cases (what was done) and use cases (how something should work), and how innovations spread."""
