"""One file an audit, and nothing else; :func:`auditor.audit.catalogue` finds them."""
