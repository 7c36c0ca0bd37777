"""auditor: does a company's website talk about its customers' outcomes, or about itself?"""

__version__ = "0.1.0"
