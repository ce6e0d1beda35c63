/**
 * How a request for a page becomes an answer: who asks, what forms brought, what the API is asked,
 * and what is said when something goes wrong. Pages are mounted on {@link
 * dev.helium.pages.web.Site}; nothing here knows one of them.
 */
package dev.helium.pages.web;
