package dev.helium.pages.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser would find in a page: its tags and their attributes, text left out. */
public final class Markup {
  private static final Pattern TAG =
      Pattern.compile("<(/?[a-zA-Z!][^\\s/>]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s\"'>/=]+)(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?");

  private final String html;

  public Markup(String html) {
    this.html = html;
  }

  /** The shape of the page: each tag with the names of its attributes. */
  public List<String> shape() {
    List<String> shape = new ArrayList<>();
    Matcher tags = TAG.matcher(html);
    while (tags.find()) {
      Set<String> names = new TreeSet<>();
      Matcher attributes = ATTRIBUTE.matcher(tags.group(2));
      while (attributes.find()) {
        names.add(attributes.group(1));
      }
      shape.add(tags.group(1) + names);
    }
    return shape;
  }

  /** The values of an attribute, wherever it is. */
  public List<String> values(String attribute) {
    List<String> values = new ArrayList<>();
    Matcher found = Pattern.compile(" " + attribute + "=\"([^\"]*)\"").matcher(html);
    while (found.find()) {
      values.add(found.group(1).replace("&amp;", "&"));
    }
    return values;
  }
}
