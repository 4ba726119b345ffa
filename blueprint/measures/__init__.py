"""What a blueprint says in figures."""
