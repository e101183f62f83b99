package org.binome.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Every partnership by stage.
 */
@Controller
class PipelinePage {

	@GetMapping("/")
	String show() {
		return "pipeline";
	}

}
