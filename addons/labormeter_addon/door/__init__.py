"""The front door: reads one CONNECT, then hands over, tunnels or refuses."""
