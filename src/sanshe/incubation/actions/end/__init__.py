"""Assessments 评估, graduation 出壳 and leaving 退出."""
