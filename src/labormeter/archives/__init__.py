"""What a person can bring along: recordings and data exports, read into exchanges and acts."""
