"""The record of a result: the questions and answers, the outcome and its reasons, and the points to confirm."""
