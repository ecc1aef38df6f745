"""Mail that goes out and mail that comes back."""
