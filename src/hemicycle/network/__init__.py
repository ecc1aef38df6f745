"""The register: parliaments, chambers and other bodies, and who holds which office in them."""
