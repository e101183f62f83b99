/**
 * Letters written from templates and sent by SMTP, each once.
 */
package org.binome.mail;
