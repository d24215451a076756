"""The public notice 公示 and objections 异议."""
