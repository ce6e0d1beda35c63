/**
 * What people live through with the pages, in a real browser on the running system. Whatever is
 * done here is done as a person does it: by what is written on the page.
 */
package dev.helium.story.pages;
