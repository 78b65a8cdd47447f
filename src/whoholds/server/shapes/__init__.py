"""The form of every answer, for OpenAPI and for types made of it; tests compare real answers with it."""
