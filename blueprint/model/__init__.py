"""What a service blueprint is."""
