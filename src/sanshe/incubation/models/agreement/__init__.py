"""Agreements 孵化协议 and the register of who entered."""
