package dev.helium.pages.frame;

/** Which part of the site a page belongs to; it is marked in the navigation. */
public enum Section {
  START,
  WORKSPACES,
  CREATE,
  OPERATE,
  /** Of none, such as signing in. */
  NONE
}
