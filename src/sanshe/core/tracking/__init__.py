"""Tracking 查进度: whoever handed something in finds it again by its number and the telephone, without an account."""
