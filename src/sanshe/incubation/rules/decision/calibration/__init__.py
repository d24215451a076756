"""How sure a ranking is. Additive least squares, REML with BLUP, ICC, Kendall's W, drift, halo, P(selected).

Sources: Shrout & Fleiss 1979 (ICC); Bates et al. 2015, J. Stat. Softw. 67(1) (profiled REML); Kendall & Babington
Smith 1939 (W); Mogstad, Romano, Shaikh & Wilhelm 2023 (confidence sets for ranks).
"""
