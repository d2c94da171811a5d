" Vim filetype plugin: sfm. Made by scripts/reference from the program's vocabulary.
" gq lays the lines out (gggqG the file), :make checks the file. let g:sfm_folding = 1 folds scenarios, policies and other blocks.
if exists("b:did_ftplugin")
  finish
endif
let b:did_ftplugin = 1
let s:cpo = &cpo
set cpo&vim

setlocal comments=:# commentstring=#\ %s
setlocal iskeyword=@,48-57,_,192-255
setlocal matchpairs+=«:»,“:”
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal formatoptions-=t formatoptions+=croql
" What is wrong with the text is said by :make; here it would end up in it.
setlocal formatprg=sfm\ fmt\ -\ 2>/dev/null
setlocal makeprg=sfm\ check\ --format\ short\ --\ %:S
let &l:errorformat = '%E%f:%l:%v: error %m,%E%f:%l:%v: ошибка %m,%W%f:%l:%v: warning %m,%W%f:%l:%v: предупреждение %m,%-G%.%#'

let s:open = '\v^\s*%(образ[её]ц\s+р[её]ш[её]ния|model\s+solution|иссл[её]довани[её]|exploration|пр[её]дыстория|background|упражн[её]ни[её]|повторить|exercise|scenario|solution|конт[её]кст|сц[её]нарий|example|задани[её]|порядок|р[её]ш[её]ни[её]|policy|repeat|прим[её]р)>'
let s:close = '\v^\s*%(кон[её]ц\s+иссл[её]дования|кон[её]ц\s+пр[её]дыстории|кон[её]ц\s+упражн[её]ния|кон[её]цпр[её]дыстории|end\s+exploration|кон[её]ц\s+конт[её]кста|кон[её]цупражн[её]ния|end\s+background|кон[её]ц\s+прим[её]ров|кон[её]ц\s+сц[её]нария|кон[её]ц\s+задания|кон[её]ц\s+повтора|кон[её]ц\s+порядка|кон[её]ц\s+р[её]ш[её]ния|кон[её]цсц[её]нария|end\s+examples|end\s+exercise|end\s+scenario|end\s+solution|кон[её]цповтора|кон[её]цпорядка|end\s+policy|end\s+repeat|кон[её]ц|end)>'
let b:match_ignorecase = 1
let b:match_words = s:open . ':' . s:close

function! SfmFold(line) abort
  let l:text = getline(a:line)
  return l:text =~? s:open ? 'a1' : l:text =~? s:close ? 's1' : '='
endfunction
if get(g:, 'sfm_folding', 0)
  setlocal foldmethod=expr foldexpr=SfmFold(v:lnum)
endif

let b:undo_ftplugin = 'setlocal comments< commentstring< iskeyword< matchpairs< expandtab< shiftwidth< softtabstop<'
      \ . ' formatoptions< formatprg< makeprg< errorformat< foldmethod< foldexpr< | unlet! b:match_ignorecase b:match_words'
let &cpo = s:cpo
unlet s:cpo
