/** The whole road, tested over HTTP on real parts. */
package dev.helium.story;
