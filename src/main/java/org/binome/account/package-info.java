/**
 * Who may do what. Accounts and roles come from configuration; the same user names are
 * used in Tasklist.
 */
package org.binome.account;
