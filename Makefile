.PHONY: serve test check bench
serve test check bench:
	python3 run.py $@
