package dev.helium.pages.create;

/** A part of a form: one field, or several below one heading. */
public sealed interface FormPart permits FormField, FormGroup {}
