"""Reads Mermaid flowcharts."""
