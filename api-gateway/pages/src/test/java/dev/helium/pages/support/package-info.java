/** What tests of pages stand on: a server of their own, an API of canned answers, and visitors. */
package dev.helium.pages.support;
