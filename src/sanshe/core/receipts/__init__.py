"""Every write once: a request id, the fingerprint of what was asked, and the answer it got."""
