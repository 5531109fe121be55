"""The supply chain: what is locked, under which licence, with which known faults, as a bill.

Everything here reads `requirements/*.txt`; nothing is asked of a network but by `advisories.ask`.
"""
