/** The service part. */
package dev.helium.service;
