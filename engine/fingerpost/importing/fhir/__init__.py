"""Reads a Questionnaire of FHIR into a tree file, and a QuestionnaireResponse into answers."""
