"""What people may type about hubs; forms clean and never save."""
