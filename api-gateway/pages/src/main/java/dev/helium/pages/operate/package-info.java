/**
 * What operators and admins see of everything. What changes something asks the API, as all pages.
 */
package dev.helium.pages.operate;
