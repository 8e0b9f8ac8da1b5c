"""Writes a tree as a Questionnaire of FHIR release 4."""
