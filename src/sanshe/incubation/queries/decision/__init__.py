"""The tabulation 汇总 and the panel's decision 合议."""
