/** JSON of the API that operators look at. Asks nothing itself. */
package dev.helium.pages.operate.read;
