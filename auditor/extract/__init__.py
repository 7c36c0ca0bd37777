"""Snapshots in, pages out: what a visitor reads, with its place, from the bytes that the server sent."""

from __future__ import annotations

from auditor.extract.fingerprint import similarity
from auditor.extract.page import extract_page

__all__ = ["extract_page", "similarity"]
