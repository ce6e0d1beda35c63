/**
 * How long every backend takes, in its smallest form, and a crowd of all kinds at once, beside a
 * bare client that makes the same objects. What is measured here is made by the services alone;
 * nothing here knows what a product is made of.
 */
package dev.helium.story.benchmark.catalog;
