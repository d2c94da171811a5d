autocmd BufRead,BufNewFile *.sfm setfiletype sfm
