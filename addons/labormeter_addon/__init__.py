"""Capture: runs inside mitmproxy, and the front door before it."""
